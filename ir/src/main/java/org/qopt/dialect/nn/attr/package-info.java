/** What the attributes of the operations of {@code nn} say, as values. */
package org.qopt.dialect.nn.attr;
