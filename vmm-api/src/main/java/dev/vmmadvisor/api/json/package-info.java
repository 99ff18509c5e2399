/**
 * The documents: hosts and catalogs are read from JSON, hosts and recommendations are written to
 * it.
 *
 * <p>{@link dev.vmmadvisor.api.json.VmmJson} is the one way in and out. No type of a JSON library
 * appears in its signatures.
 */
@NullMarked
package dev.vmmadvisor.api.json;

import org.jspecify.annotations.NullMarked;
