/**
 * What users are told about an incident: drafted by one person, approved by another, published, and
 * when next.
 */
@NullMarked
package org.honbu.announcements;

import org.jspecify.annotations.NullMarked;
