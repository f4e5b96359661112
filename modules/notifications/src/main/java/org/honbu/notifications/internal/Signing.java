package org.honbu.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.honbu.kernel.Ids;
import org.jspecify.annotations.Nullable;

/** Signs with a key that lives in the database, so that links work on every node and outlive it. */
@ApplicationScoped
class Signing {
  private static final String ALGORITHM = "HmacSHA256";

  private final Database database;
  private final Transactions transactions;
  private final Ids ids;
  private volatile byte @Nullable [] key;

  @Inject
  Signing(Database database, Transactions transactions, Ids ids) {
    this.database = database;
    this.transactions = transactions;
    this.ids = ids;
  }

  /**
   * HMAC-SHA256 of the content.
   *
   * @param purpose keeps signatures of one use from being taken for another
   */
  byte[] sign(String purpose, byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key(), ALGORITHM));
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  private byte[] key() {
    byte[] known = key;
    if (known == null) {
      known = Base64.getUrlDecoder().decode(readOrMake());
      key = known;
    }
    return known;
  }

  private String readOrMake() {
    List<String> kept = read();
    if (!kept.isEmpty()) {
      return kept.get(0);
    }
    try {
      transactions.inNew(
          () -> database.run("insert into notifications.signing_key values (1, ?)", ids.secret()));
    } catch (RuntimeException anotherNodeWasFaster) {
      List<String> theirs = read();
      if (theirs.isEmpty()) {
        throw anotherNodeWasFaster;
      }
    }
    return read().get(0);
  }

  private List<String> read() {
    return transactions.inNew(
        () ->
            database.query(
                "select secret from notifications.signing_key where id = 1",
                row -> row.text("secret")));
  }
}
