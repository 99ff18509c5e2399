/**
 * Implements the answers: immutable values that compute their parts on first access and whose texts
 * a renderer makes.
 */
@NullMarked
@AnswerStyle
package dev.vmmadvisor.core.answer;

import org.jspecify.annotations.NullMarked;
