package org.qopt.target.tpu.export;

/**
 * An operator of the format, at the version that a runtime needs for what it is asked to do.
 *
 * @param code a constant of {@link org.tensorflow.lite.schema.BuiltinOperator}
 * @param version its version
 * @param runtime the first release of the runtime that has this version, such as {@code 1.14.0}
 */
record Operator(int code, int version, String runtime) {}
