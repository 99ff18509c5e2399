package dev.vmmadvisor.core.workload;

import java.util.List;

/**
 * The containers that run.
 *
 * @param place their source, for evidence
 * @param containers the containers that could be read
 * @param complete whether there are no others
 * @param mounts whether the source has mounts
 */
record ContainerSet(String place, List<Container> containers, boolean complete, boolean mounts) {

  ContainerSet {
    containers = List.copyOf(containers);
  }
}
