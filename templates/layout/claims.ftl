<#ftl output_format="XHTML">
<#if !claims?has_content>
<p>The study file declares no published claims.</p>
<#else>
<p class="summary-line">${summary?no_esc}</p>
<div class="table long" id="claims-table">
<table class="claims">
<caption><span class="label">Claims.</span> Published numbers and statements, worst verdict first, each against the entry that must reproduce it</caption>
<thead><tr><th scope="col" class="left w26">Published</th><th scope="col" class="left w16">Verdict</th><th scope="col" class="left w18">Computed</th><th scope="col" class="left w40">What was compared</th></tr></thead>
<tbody>
<#list claims as c>
<tr class="v-${c.kind}"><th scope="row" class="left">${c.printed}<#if c.where?has_content><br/><span class="sub">${c.where}</span></#if></th><td class="left"><span class="verdict">${c.label}</span><#if c.by?has_content><br/><span class="sub">${c.by}</span></#if></td><td class="left">${c.computed?no_esc}</td><td class="left">${c.explanation}</td></tr>
</#list>
</tbody>
</table>
</div>
</#if>
