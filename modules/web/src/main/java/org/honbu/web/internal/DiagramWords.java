package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.honbu.kernel.CurrentPerson;
import org.honbu.web.internal.IncidentPage.Picture;
import org.honbu.workflow.Diagrams;
import org.honbu.workflow.Processes;

/** Reads names and arrows out of diagrams, for the text beside the picture and the way gone. */
@ApplicationScoped
public class DiagramWords {
  private final Diagrams diagrams;
  private final CurrentPerson reader;
  private final Map<String, Drawing> drawings = new ConcurrentHashMap<>();

  @Inject
  public DiagramWords(Diagrams diagrams, CurrentPerson reader) {
    this.diagrams = diagrams;
    this.reader = reader;
  }

  Picture picture(Processes.Progress progress) {
    Drawing drawing =
        drawings.computeIfAbsent(
            progress.diagram().key(), any -> read(diagrams.xml(progress.diagram())));
    return new Picture(
        progress.diagram().process(),
        inReadersLanguage(drawing.title()),
        "/api/v1/diagrams/" + progress.diagram().key(),
        names(drawing, progress.passed()),
        names(drawing, progress.current()),
        String.join(" ", withArrows(drawing, progress)),
        String.join(" ", progress.current()));
  }

  /** An arrow was gone along when both of its ends were reached and its start was left. */
  private static List<String> withArrows(Drawing drawing, Processes.Progress progress) {
    Stream<String> arrows =
        drawing.arrows().entrySet().stream()
            .filter(
                arrow ->
                    progress.passed().contains(arrow.getValue().from())
                        && (progress.passed().contains(arrow.getValue().to())
                            || progress.current().contains(arrow.getValue().to())))
            .map(Map.Entry::getKey);
    return Stream.concat(progress.passed().stream(), arrows).distinct().toList();
  }

  private List<String> names(Drawing drawing, List<String> ids) {
    return drawing.names().entrySet().stream()
        .filter(element -> ids.contains(element.getKey()))
        .map(Map.Entry::getValue)
        .map(this::inReadersLanguage)
        .distinct()
        .toList();
  }

  private String inReadersLanguage(String label) {
    return Names.half(label, reader.locale());
  }

  static Drawing read(String bpmn) {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, Arrow> arrows = new LinkedHashMap<>();
    String title = "";
    try {
      XMLInputFactory factory = XMLInputFactory.newFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(bpmn));
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        String id = xml.getAttributeValue(null, "id");
        String name = Objects.requireNonNullElse(xml.getAttributeValue(null, "name"), "");
        switch (xml.getLocalName()) {
          case "process" -> title = name.isEmpty() ? String.valueOf(id) : name;
          case "sequenceFlow" ->
              arrows.put(
                  String.valueOf(id),
                  new Arrow(
                      String.valueOf(xml.getAttributeValue(null, "sourceRef")),
                      String.valueOf(xml.getAttributeValue(null, "targetRef"))));
          default -> {
            if (id != null && !name.isEmpty() && !xml.getLocalName().endsWith("ateway")) {
              names.put(id, name);
            }
          }
        }
      }
    } catch (XMLStreamException unreadable) {
      // Deployed diagrams were read by the engine; a page must not fail over its caption.
      return new Drawing("", names, arrows);
    }
    return new Drawing(title, names, arrows);
  }

  /**
   * What a diagram says.
   *
   * @param names of everything named but questions, by id, in the file's order
   */
  record Drawing(String title, Map<String, String> names, Map<String, Arrow> arrows) {}

  record Arrow(String from, String to) {}
}
