package com.acme.kotlin

import dev.vmmadvisor.api.Version
import dev.vmmadvisor.api.host.Host
import dev.vmmadvisor.core.VmmAdvisor

fun noHost() = VmmAdvisor.recommend(null)

fun noVersion(): Version = Version.parse(null)

fun noChip(): Host = Host.builder().chip(null as String?).build()
