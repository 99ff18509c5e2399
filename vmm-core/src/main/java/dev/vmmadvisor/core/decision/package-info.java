/**
 * Computes a recommendation from a catalog and the facts of a host. Pure: no I/O, no clock, no
 * locale.
 *
 * <p>A catalog is compiled once:
 *
 * <ol>
 *   <li>{@link ComparisonTable} numbers and interns the comparisons of its conditions. {@link
 *       CatalogCompiler} compiles each rule, phase, claim and default to a {@link Clause}: a scope
 *       and a test over these numbers. The result is a {@link CompiledCatalog}.
 *   <li>{@link FactPartition} partitions the values of each fact into equivalence classes: no
 *       comparison distinguishes two values of a class. {@link ClauseIndex} is a bitmap index that
 *       groups the parts of the clauses by the facts that they read.
 * </ol>
 *
 * <p>{@link DecisionEngine} then computes one recommendation in these steps:
 *
 * <ol>
 *   <li>{@link Implications} adds the facts that the known facts imply.
 *   <li>{@link BitParallelEvaluator} evaluates all clauses at once, in Kleene's three-valued logic
 *       ({@link Truth}). It maps each group of facts to its classes, takes the bit vectors of this
 *       combination from a cache ({@link JointContribution}) and joins them with a bitwise AND. The
 *       {@link Evaluation} has the outcome of each clause. {@link CustomRuleResults} adds those of
 *       the constraints in code.
 *   <li>{@link CandidateScorer} computes a {@link RankingKey} for each VMM, and {@link Ranking}
 *       sorts by it. {@link Decisions} caches rankings by the outcomes that they read.
 *   <li>{@link CertaintyAnalyzer} determines whether unknown facts can change the best VMM. If no
 *       bound on the keys proves that they cannot, {@link DecisionVariableFinder} makes each of
 *       them a finite-domain variable. {@link DecisionDiagram} builds the reduced ordered decision
 *       diagram of the best VMM, with a {@link PartialEvaluation} on each path. The variables that
 *       it tests are the missing facts; {@link MissingFactAnalyzer} computes where each value
 *       leads.
 *   <li>{@link FindingFactory} builds the findings on first access, with remedies that {@link
 *       SafeRemedies} adapts. {@link CatalogCoverage} adds notices about what the catalog lacks.
 * </ol>
 *
 * <p>{@link GuardedConstraints} evaluates constraints in code and turns their failures into {@code
 * error} findings. {@link DecisionSummary} is the result without findings, for fleets. {@link
 * SecurityAssessment} finds vulnerabilities and upgrades.
 */
@NullMarked
package dev.vmmadvisor.core.decision;

import org.jspecify.annotations.NullMarked;
