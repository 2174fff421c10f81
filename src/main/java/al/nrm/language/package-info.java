/** The two languages: Albanian laid over the English of models and forms, and spoken by the server to whoever reads it. */
package al.nrm.language;
