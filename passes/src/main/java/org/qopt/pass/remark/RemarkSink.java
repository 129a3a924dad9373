package org.qopt.pass.remark;

/**
 * Takes remarks; a service of {@link org.qopt.pass.PassContext}. Without one, those remarks are
 * shown that are shown always. Several threads may call it.
 */
public interface RemarkSink {
  /** {@return whether remarks of this kind are of any use, so that a pass may save the work} */
  boolean wants(Remark.Kind kind);

  /** Takes a remark, and returns whether it is to be shown as a diagnostic. */
  boolean take(Remark remark);
}
