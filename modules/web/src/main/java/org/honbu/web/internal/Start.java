package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.honbu.kernel.PersonId;
import org.honbu.people.People;
import org.honbu.people.Person;

/** The demo's start page: one person for each part in the story, in the order they come in. */
@Named("start")
@RequestScoped
public class Start {
  private static final List<Persona> CAST =
      List.of(
          new Persona("misaki", "answers"),
          new Persona("aoi", "commands"),
          new Persona("yumi", "announces"),
          new Persona("sakura", "takes-over"),
          new Persona("haruka", "hears-users"),
          new Persona("tomoko", "verifies"),
          new Persona("takumi", "owns-process"),
          new Persona("kaoru", "administers"),
          new Persona("emma", "declares"),
          new Persona("noel", "stays-outside"));

  private final People people;
  private final Me me;
  private final Texts texts;

  @Inject
  public Start(People people, Me me, Texts texts) {
    this.people = people;
    this.me = me;
    this.texts = texts;
  }

  public List<Part> getCast() {
    return CAST.stream().map(this::part).toList();
  }

  private Part part(Persona persona) {
    PersonId id = new PersonId(persona.id());
    Person person = people.find(id).orElseGet(() -> Person.unknown(id));
    return new Part(Face.of(person, me.getLocale()), texts.of("persona.", persona.part()));
  }

  private record Persona(String id, String part) {}

  /** A person and what they do in the story. */
  public record Part(Face face, String does) {}
}
