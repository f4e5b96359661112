/**
 * The pages, the root of the REST API and the filters before both. Nobody builds on this module.
 */
@NullMarked
package org.honbu.web;

import org.jspecify.annotations.NullMarked;
