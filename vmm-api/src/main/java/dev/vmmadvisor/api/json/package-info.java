/**
 * JSON documents: reads hosts, catalogs and layers; writes hosts and answers.
 *
 * <p>{@link dev.vmmadvisor.api.json.VmmJson} is the entry point. No type of a JSON library appears
 * in its signatures.
 *
 * <p>This package contains JSON Schemas (draft 2020-12) of the documents as resources, for editors
 * and validators. The library does not read them:
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
 * <p>Some conditions are checked only by the reader: ranges of versions are not empty, codes are
 * unique, cited sources exist, and whole numbers have no fraction of zero. The schema of catalogs
 * is stricter than the reader in two points: it does not allow {@code null}, and it allows defined
 * words only for facts that are words.
 */
@NullMarked
package dev.vmmadvisor.api.json;

import org.jspecify.annotations.NullMarked;
