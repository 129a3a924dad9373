/**
 * Programs of the dialect {@code tpu} as models of TensorFlow Lite. {@link
 * org.qopt.target.tpu.export.TfliteExporter} is the entrance; each kind of operation has an {@link
 * org.qopt.target.tpu.export.OpExport}, and what has no operator of its own is put together from
 * several that give the same bytes.
 */
package org.qopt.target.tpu.export;
