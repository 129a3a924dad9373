package org.qopt.bench.measure;

/**
 * What one run of a process took.
 *
 * @param wall seconds from start to end
 * @param processor seconds of processors, of the program and of the system for it
 * @param peak bytes of resident memory, at most
 */
public record Sample(double wall, double processor, double peak) {
  /** {@return one of the three} */
  public double value(Metric metric) {
    return switch (metric) {
      case WALL -> wall;
      case PROCESSOR -> processor;
      case PEAK -> peak;
    };
  }
}
