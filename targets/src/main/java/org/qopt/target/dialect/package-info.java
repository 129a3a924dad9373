/** What the dialects of several targets share. */
package org.qopt.target.dialect;
