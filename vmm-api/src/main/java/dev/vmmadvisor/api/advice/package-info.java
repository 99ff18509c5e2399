/**
 * Answers: recommendations with their candidates, findings, certainty and missing facts, and
 * further answers such as validation reports and upgrade previews.
 *
 * <p>Values are immutable and safe to share between threads. Texts are computed on access and may
 * change between releases; ids, codes and parameters are stable.
 */
@NullMarked
package dev.vmmadvisor.api.advice;

import org.jspecify.annotations.NullMarked;
