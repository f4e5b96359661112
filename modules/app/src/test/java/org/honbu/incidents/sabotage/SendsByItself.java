package org.honbu.incidents.sabotage;

import java.net.http.HttpClient;

/** Breaks rule 5. */
public record SendsByItself(HttpClient client) {}
