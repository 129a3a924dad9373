package org.qopt.ir.diagnostic;

/**
 * What diagnostics are about. Programs and people recognize a kind by its code, so a code never
 * changes and never gets another meaning; what breaks a clause of an operation has a code of its
 * own, such as {@code nn.conv2d_c3}.
 */
public enum DiagnosticKind {
  GENERAL(
      "invalid-input",
      "The input is at fault in a way that has no code of its own.",
      "Do what the message says."),
  SYNTAX(
      "syntax",
      "The text of a program cannot be read.",
      "Look at the place under the caret: the message says what could stand there."),
  NESTING(
      "nesting",
      "Brackets, regions or aliases are nested so deeply that reading them is refused.",
      "Take the program apart; such depth is nearly always the fault of what wrote it."),
  OPERATION_UNKNOWN(
      "operation-unknown",
      "A dialect has no operation, or there is no dialect, of this name.",
      "Correct the name (`qopt ops` lists all), or load the dialect with --plugin."),
  DIALECT_UNREGISTERED(
      "dialect-unregistered",
      "An operation, a type or an attribute is of a dialect that is not known.",
      "Correct the name, load the dialect with --plugin, or keep what is not known as it is with"
          + " --allow-unregistered-dialect."),
  VALUE_NAME(
      "value-name",
      "A value is used but not defined, or defined twice.",
      "Give each value one name, and define it in the region that uses it or around it."),
  VALUE_TYPE(
      "value-type",
      "A value is used with another type than it has.",
      "Write the type that the value was defined with."),
  BLOCK_NAME(
      "block-name",
      "A block is named as a successor but not defined, or defined twice.",
      "Define each label once, in the region of those that name it."),
  WEIGHTS(
      "weights",
      "The file with a program's weights is not the one that the program was written with.",
      "Keep NAME.qir and NAME.safetensors together; write them again if one of them is lost."),
  OPERAND_COUNT(
      "operand-count",
      "An operation has too few or too many operands.",
      "See `qopt ops NAME` for what it takes."),
  OPERAND_TYPE(
      "operand-type",
      "An operand has a type that the operation does not take.",
      "See `qopt ops NAME` for what it takes."),
  RESULT_COUNT(
      "result-count",
      "An operation has too few or too many results.",
      "See `qopt ops NAME` for what it gives."),
  RESULT_TYPE(
      "result-type",
      "A result has a type that the operation cannot give.",
      "See `qopt ops NAME` for what it gives."),
  RESULT_INFERENCE(
      "result-inference",
      "The results' types do not follow from the operands and attributes.",
      "Write the types that the message names, or leave dimensions open with '?'."),
  REGION_COUNT(
      "region-count",
      "An operation has too few or too many regions.",
      "See `qopt ops NAME` for what it holds."),
  ATTRIBUTE_MISSING(
      "attribute-missing",
      "An operation lacks an attribute without a default.",
      "See `qopt ops NAME` for its attributes."),
  ATTRIBUTE_VALUE(
      "attribute-value",
      "An attribute is not of the kind, or not in the range, that the operation asks for.",
      "See `qopt ops NAME` for its attributes."),
  ATTRIBUTE_UNKNOWN(
      "attribute-unknown",
      "An operation has no property of this name, or an attribute is probably misspelled.",
      "Correct the name; an attribute of your own has a prefix with a dot."),
  TRAIT(
      "trait",
      "An operation does not keep a rule of many operations, such as that its types are equal.",
      "See `qopt ops NAME` for its traits."),
  TERMINATOR(
      "terminator",
      "A block does not end with an operation that may end one, or has one before its end.",
      "End each block with its terminator, such as 'func.return'."),
  SUCCESSOR(
      "successor",
      "Control is passed to a block that it cannot be passed to.",
      "Branch from the end of a block to one of the same region that is not its entry."),
  SYMBOL(
      "symbol",
      "A symbol is defined twice, in the wrong place, or not at all.",
      "Give each function of a module a name of its own, and call only what is defined."),
  FUNCTION_TYPE(
      "function-type",
      "A call does not have the types of the function that it names.",
      "Make the call's types those of the function."),
  DOMINANCE(
      "dominance",
      "A value is used where it is not defined on every way that leads there.",
      "Define it earlier, or pass it as an argument of the block."),
  ISOLATION(
      "isolation",
      "An operation uses a value from outside of a region that is isolated from it.",
      "Pass the value as an argument, of the function for example."),
  PASS_FAILED(
      "pass-failed",
      "A pass cannot do its work on this program.",
      "Do what the message says; --mlir-print-ir-before=PASS shows what the pass was given."),
  CODE_FAULT(
      "code-fault",
      "Code of a dialect, a pass or a target failed, not the program.",
      "Report it to its author, with what --mlir-pass-pipeline-crash-reproducer=FILE writes."),
  NOT_CONVERGED(
      "not-converged",
      "Patterns were still applied when the greatest number of rounds was reached.",
      "Find the patterns that undo each other among those that the message names."),
  NOT_LEGAL(
      "not-legal",
      "An operation has no form that the target can run.",
      "The note names the nearest legal form; change the model, or leave the operation out."),
  CALIBRATION_MISSING(
      "calibration-missing",
      "A value that is to be quantized has no range.",
      "Run `qopt calibrate` on this very program and give its file as --calibration."),
  NOT_RUNNABLE(
      "not-runnable",
      "The program cannot be interpreted, or not on this data.",
      "Give it what its inputs' types say."),
  MODEL(
      "model",
      "A model cannot be imported.",
      "Export it again with what is supported, as the message says."),
  FILE_ACCESS(
      "file-access", "A file cannot be read or written.", "Check its name, place and permissions."),
  FILE_CONTENT(
      "file-content",
      "A file is not what it should be.",
      "Make it again with the program that wrote it."),
  ROUND_TRIP(
      "round-trip",
      "The program is not the same after it was printed and read.",
      "Report it with the program: --verify-roundtrip has found a fault of qopt or of a dialect."),
  EXPECTATION(
      "expectation",
      "Diagnostics and `expected-error` comments differ under --verify-diagnostics.",
      "Correct the comment, or what should have been refused."),
  PLUGIN("plugin", "A plugin cannot be loaded.", "Build it for this version of qopt."),
  MEMORY(
      "memory",
      "The work needs more memory, or a deeper stack, than there is.",
      "Start Java with a larger -Xmx."),
  GATE(
      "gate",
      "Two programs differ by more than `qopt compare` was told to allow.",
      "Look at --per-layer for where they part."),
  REMARK_PASSED(
      "remark-passed", "A pass did what it is there for.", "Nothing is to be done: --remarks."),
  REMARK_MISSED(
      "remark-missed",
      "A pass could not do what it is there for, and says why.",
      "Change the program if it matters: --remarks=missed."),
  REMARK_ANALYSIS(
      "remark-analysis",
      "A pass tells what it has found out.",
      "Nothing is to be done: --remarks=analysis.");

  private final String code;
  private final String meaning;
  private final String advice;

  DiagnosticKind(String code, String meaning, String advice) {
    this.code = code;
    this.meaning = meaning;
    this.advice = advice;
  }

  /** {@return what diagnostics of this kind are known by, in every version} */
  public String code() {
    return code;
  }

  /** {@return what is wrong, in a sentence} */
  public String meaning() {
    return meaning;
  }

  /** {@return what to do, in a sentence} */
  public String advice() {
    return advice;
  }
}
