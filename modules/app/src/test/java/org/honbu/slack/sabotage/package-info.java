/** Classes that break a rule on purpose, so that the rule is seen red. */
@org.jspecify.annotations.NullMarked
package org.honbu.slack.sabotage;
