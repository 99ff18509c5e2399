package com.acme.rules;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vmmadvisor.testkit.FakeMac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Mac on disk, for tests of programs that look at one. */
class FakeMacTest {

  @TempDir Path folder;

  @Test
  void itHasTheFilesOfDockerDesktop() throws IOException {
    FakeMac mac = FakeMac.m4().createIn(folder);

    assertTrue(
        Files.isRegularFile(mac.root().resolve("Applications/Docker.app/Contents/Info.plist")));
  }
}
