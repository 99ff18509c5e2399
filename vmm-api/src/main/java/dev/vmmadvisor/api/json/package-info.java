/**
 * The documents: hosts, catalogs and layers are read from JSON, hosts and answers are written to
 * it.
 *
 * <p>{@link dev.vmmadvisor.api.json.VmmJson} is the one way in and out. No type of a JSON library
 * appears in its signatures.
 *
 * <p>JSON Schemas of the documents (draft 2020-12) are resources beside this package's classes, for
 * editors and validators; this library itself does not read them:
 *
 * <ul>
 *   <li>{@code host.schema.json}: the Host document;
 *   <li>{@code recommendation.schema.json}: the Recommendation document;
 *   <li>{@code validation-report.schema.json}: the ValidationReport document;
 *   <li>{@code diagnosis.schema.json}: the Diagnosis document;
 *   <li>{@code comparison.schema.json}, {@code difference.schema.json} and {@code
 *       explanation.schema.json}: the documents of other answers;
 *   <li>{@code catalog.schema.json}: the Catalog document;
 *   <li>{@code layer.schema.json}: the Layer document.
 * </ul>
 *
 * <p>What a schema cannot say is left to reading: that a range of versions is not empty, that codes
 * are unique and citations lead somewhere, that a whole number has no fraction of zero. In return
 * the schema of catalogs is narrower where reading is lenient: it has no {@code null}, and lists
 * known words only of facts that are words.
 */
@NullMarked
package dev.vmmadvisor.api.json;

import org.jspecify.annotations.NullMarked;
