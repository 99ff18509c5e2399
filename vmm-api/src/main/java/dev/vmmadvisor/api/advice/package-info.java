/**
 * What is answered: a recommendation with its candidates, the findings that speak for and against
 * them, how certain it is and what is missing.
 *
 * <p>Values are immutable and safe to share between threads. Texts are made when they are asked
 * for; they are for people, and only ids, codes and parameters are part of the contract.
 */
@NullMarked
package dev.vmmadvisor.api.advice;

import org.jspecify.annotations.NullMarked;
