<#ftl output_format="XHTML">
<div class="signoff" id="sign-off">
<p class="lead v-${outcome}"><strong class="verdict">${lead}</strong></p>
<div class="table" id="verification-counts">
<table class="counts">
<caption><span class="label">Verdicts.</span> Published numbers and statements by verdict</caption>
<thead><tr><#list counts as c><th scope="col">${c.label}</th></#list></tr></thead>
<tbody><tr><#list counts as c><td class="v-${c.id} ${c.none}"><strong class="verdict">${c.count}</strong></td></#list></tr></tbody>
</table>
</div>
<div class="table" id="verification-facts">
<table class="checked">
<caption><span class="label">Verification.</span> What was checked, and how</caption>
<tbody>
<#list facts as f><tr><th scope="row" class="left w18">${f.name}</th><td class="left">${f.value?no_esc}</td></tr>
</#list>
<tr><th scope="row" class="left">Program</th><td class="left">${program}</td></tr>
<#list files as f><tr><th scope="row" class="left">${f.name}</th><td class="left"><code class="hash">${f.hash}</code></td></tr>
</#list>
</tbody>
</table>
<#if notes?has_content><div class="notes"><#list notes as n><p>${n}</p></#list></div></#if>
</div>
<p class="statement">I have compared the published numbers and statements named above with the publication.</p>
<div class="signatures"><div class="sign"><span class="rule"> </span>Name</div> <div class="sign"><span class="rule"> </span>Date</div> <div class="sign"><span class="rule"> </span>Signature</div></div>
</div>
