package dev.vmmadvisor.core.workload;

import java.util.List;

/**
 * The containers that run.
 *
 * @param place what tells of them, for evidence
 * @param containers those that could be read
 * @param complete whether there are no others
 * @param mounts whether anything tells what is mounted
 */
record ContainerSet(String place, List<Container> containers, boolean complete, boolean mounts) {

  ContainerSet {
    containers = List.copyOf(containers);
  }
}
