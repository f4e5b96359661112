package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * Addresses of styles, scripts and pictures. Each carries its content's checksum, so that browsers
 * may keep it for ever.
 */
@Named("assets")
@ApplicationScoped
public class Assets {
  private final ServletContext application;
  private final Map<String, String> urls = new ConcurrentHashMap<>();

  @Inject
  public Assets(ServletContext application) {
    this.application = application;
  }

  public String url(String path) {
    return urls.computeIfAbsent(path, this::withChecksum);
  }

  private String withChecksum(String path) {
    String address = "/assets/" + path;
    try (InputStream content = application.getResourceAsStream(address)) {
      if (content == null) {
        throw new IllegalArgumentException("there is no " + address);
      }
      CRC32 sum = new CRC32();
      sum.update(content.readAllBytes());
      return address + "?v=" + Long.toHexString(sum.getValue());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
