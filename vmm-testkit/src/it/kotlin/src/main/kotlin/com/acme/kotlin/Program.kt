package com.acme.kotlin

import dev.vmmadvisor.api.Architecture
import dev.vmmadvisor.api.Version
import dev.vmmadvisor.api.Vmm
import dev.vmmadvisor.api.advice.Goal
import dev.vmmadvisor.api.advice.Outcome
import dev.vmmadvisor.api.catalog.Constraint
import dev.vmmadvisor.api.catalog.Remedy
import dev.vmmadvisor.api.catalog.RuleKind
import dev.vmmadvisor.api.catalog.Verdict
import dev.vmmadvisor.api.host.DockerDesktop
import dev.vmmadvisor.api.host.Fact
import dev.vmmadvisor.api.host.Host
import dev.vmmadvisor.core.VmmAdvisor
import kotlin.jvm.optionals.getOrNull

fun mac(memory: Int): Host =
    Host.builder()
        .architecture(Architecture.ARM64)
        .macOsVersion(Version.parse("15.2"))
        .dockerDesktop(
            DockerDesktop.builder().version(Version.parse("4.44.0")).memoryMiB(memory).build(),
        )
        .build()

val twelveGigabytes: Constraint =
    Constraint.of("acme-twelve-gigabytes", setOf(Vmm.DOCKER_VMM), setOf(Fact.VM_MEMORY)) { host, _ ->
        val mib: Int? = host.dockerDesktop().memoryMiB().getOrNull()
        when {
            mib == null -> Verdict.unknown()
            mib >= 12288 -> Verdict.satisfied()
            else -> Verdict.violated("Our builds need 12 GB.", Remedy.RaiseVmMemory(12288))
        }
    }

fun main() {
    val best: Vmm? = VmmAdvisor.recommend(mac(memory = 4095)).best().getOrNull()
    println(best ?: "none")

    val advisor = VmmAdvisor.builder().constraint(twelveGigabytes).build()
    val advice = advisor.recommend(mac(memory = 8192), Goal.PERFORMANCE)
    for (candidate in advice.candidates()) {
        val against: List<String> =
            candidate.findings().filter { it.outcome() == Outcome.VIOLATED && it.kind() == RuleKind.CUSTOM }.map { it.code() }
        println("${candidate.rank()} ${candidate.vmm()} $against")
    }
}
