package dev.vmmadvisor.core.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/** The targets for Jazzer, which fuzzes one of them in a run. */
class ReadersFuzz {

  private static final String DURATION = "2m";

  @FuzzTest(maxDuration = DURATION)
  void host(byte[] input) throws IOException {
    FuzzTargets.host(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void catalog(byte[] input) throws IOException {
    FuzzTargets.catalog(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void layer(byte[] input) throws IOException {
    FuzzTargets.layer(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void settingsFile(byte[] input) throws IOException {
    FuzzTargets.settingsFile(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void adminSettings(byte[] input) throws IOException {
    FuzzTargets.adminSettings(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void xmlPropertyList(byte[] input) {
    FuzzTargets.xmlPropertyList(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void binaryPropertyList(byte[] input) {
    FuzzTargets.binaryPropertyList(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void dockerVersion(byte[] input) {
    FuzzTargets.dockerVersion(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void dockerInfo(byte[] input) {
    FuzzTargets.dockerInfo(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void systemProfiler(byte[] input) {
    FuzzTargets.systemProfiler(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void osquery(byte[] input) throws IOException {
    FuzzTargets.osquery(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void jamf(byte[] input) throws IOException {
    FuzzTargets.jamf(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void csv(byte[] input) throws IOException {
    FuzzTargets.csv(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void compose(byte[] input) throws IOException {
    FuzzTargets.compose(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void diagnosis(byte[] input) {
    FuzzTargets.diagnosis(input);
  }

  @FuzzTest(maxDuration = DURATION)
  void settingsChange(byte[] input) {
    FuzzTargets.settingsChange(input);
  }
}
