package org.honbu.outbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A fact whose handlers look at how things stand by then, so that one of it waiting says as much as
 * a thousand: while one waits for a handler and nobody has begun with it, another of the same
 * subject is not written.
 *
 * <p>For what comes in storms. What it carries beside the subject may be of any of them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OneWaits {}
