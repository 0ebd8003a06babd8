<#ftl output_format="XHTML">
<#if references?has_content>
<ol class="references">
<#list references as r><li id="ref-${r.id}">${r.xhtml?no_esc}</li>
</#list>
</ol>
<#else><p>No sources are cited.</p></#if>
