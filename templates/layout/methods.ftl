<#ftl output_format="XHTML">
<dl class="methods">
<#list procedures as p>
<dt>${p.label}</dt>
<dd>${p.used}<#list p.references as r> <span class="source">${r?no_esc}</span></#list></dd>
</#list>
</dl>
