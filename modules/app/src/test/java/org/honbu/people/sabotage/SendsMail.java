package org.honbu.people.sabotage;

import jakarta.mail.Session;

/** Breaks rule 5 where reading Keycloak is allowed. */
public record SendsMail(Session session) {}
