<#ftl output_format="XHTML">
<#if constants?has_content>
<dl class="constants"><#list constants as c><dt>${c.text}</dt><dd>${c.reason}</dd></#list></dl>
<#else><p>No constant is declared: every number in the text comes from the ledger.</p></#if>
