/**
 * The dialect {@code nn}: the operations of a trained float network, one file each. A file holds
 * the definition and a typed view; what the operation computes is in {@code kernel}, which shape it
 * has in {@code shape}.
 */
package org.qopt.dialect.nn;
