package org.qopt.pass.instrument;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qopt.pass.PassInfo;
import org.qopt.pass.PassInstrumentation;
import org.qopt.pass.PassRun;
import org.qopt.pass.Plan;

/** Sums up what passes count. */
public final class PassStatistics implements PassInstrumentation {
  /** How the report is laid out. */
  public enum Display {
    /** All passes of one name together, those that count something only. */
    LIST,
    /** Pass by pass, nested as the pipeline is. */
    PIPELINE
  }

  // A program in pieces has one plan for all of them; another plan begins anew.
  private List<Plan.Step> steps = List.of();
  private final Map<Plan.PassStep, Map<String, Long>> counts = new HashMap<>();

  @Override
  public boolean isConcurrent() {
    return true;
  }

  @Override
  public void begin(Plan plan) {
    steps = plan.steps();
  }

  @Override
  public void counted(PassRun run) {
    Map<String, Long> sums = counts.computeIfAbsent(run.step(), _ -> new TreeMap<>());
    run.counts().forEach((name, amount) -> sums.merge(name, amount, Long::sum));
  }

  /** {@return the report, in the form of mlir-opt's} */
  public String report(Display display) {
    StringBuilder out = new StringBuilder();
    Reports.title(out, "Pass statistics report");
    switch (display) {
      case LIST -> {
        Map<String, Entry> byTitle = new TreeMap<>();
        collect(steps, byTitle);
        byTitle.values().forEach(entry -> entry.append(out, "  "));
      }
      case PIPELINE -> appendSteps(out, steps, "");
    }
    return out.append('\n').toString();
  }

  private record Entry(PassInfo pass, Map<String, Long> sums) {
    void append(StringBuilder out, String indent) {
      out.append(indent).append(pass.title()).append('\n');
      int name = sums.keySet().stream().mapToInt(String::length).max().orElse(0);
      int value = sums.values().stream().mapToInt(sum -> sum.toString().length()).max().orElse(0);
      String described = indent + "  (S) %" + Math.max(value, 1) + "d %-" + Math.max(name, 1) + "s";
      sums.forEach(
          (statistic, sum) -> {
            out.append(described.formatted(sum, statistic));
            out.append(" - ").append(pass.meaning(statistic)).append('\n');
          });
    }
  }

  private Entry entry(Plan.PassStep step) {
    Map<String, Long> sums = new TreeMap<>();
    step.pass().info().statistics().keySet().forEach(name -> sums.put(name, 0L));
    sums.putAll(counts.getOrDefault(step, Map.of()));
    return new Entry(step.pass().info(), sums);
  }

  private void collect(List<Plan.Step> all, Map<String, Entry> byTitle) {
    for (Plan.Step step : all) {
      switch (step) {
        case Plan.PassStep pass -> {
          Entry entry = entry(pass);
          if (!entry.sums().isEmpty()) {
            byTitle.merge(entry.pass().title(), entry, PassStatistics::together);
          }
        }
        case Plan.NestStep nest ->
            nest.branches().forEach(branch -> collect(branch.plan().steps(), byTitle));
      }
    }
  }

  private static Entry together(Entry a, Entry b) {
    Map<String, Long> sums = new TreeMap<>(a.sums());
    b.sums().forEach((name, amount) -> sums.merge(name, amount, Long::sum));
    return new Entry(a.pass(), sums);
  }

  private void appendSteps(StringBuilder out, List<Plan.Step> all, String indent) {
    for (Plan.Step step : all) {
      switch (step) {
        case Plan.PassStep pass -> entry(pass).append(out, indent);
        case Plan.NestStep nest -> appendNest(out, nest, indent);
      }
    }
  }

  private void appendNest(StringBuilder out, Plan.NestStep nest, String indent) {
    String inner = indent;
    if (nest.branches().size() > 1) {
      out.append(indent).append(nest.title()).append('\n');
      inner += "  ";
    }
    for (Plan.Branch branch : nest.branches()) {
      out.append(inner).append(branch.title()).append('\n');
      appendSteps(out, branch.plan().steps(), inner + "  ");
    }
  }
}
