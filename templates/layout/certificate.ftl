<#ftl output_format="XHTML">
<#-- One page; the rows of `verdicts` are as many as fit. -->
<html xmlns="http://www.w3.org/1999/xhtml" lang="${language}">
<head>
<title>${title}</title>
<style>${css?no_esc}</style>
</head>
<body>
<div class="running-foot">${footer}</div>
<div class="masthead">
<p class="kicker">Certificate of verification</p>
<h1>${study}</h1>
<#if publication?has_content><p class="publication">${publication?no_esc}</p></#if>
</div>
<#if status?has_content><p class="status"><strong>${status}.</strong> ${reason}</p></#if>
<p class="lead v-${outcome}"><strong class="verdict">${lead}</strong></p>
<table class="counts">
<caption>Published numbers and statements by verdict</caption>
<thead><tr><#list counts as c><th scope="col">${c.label}</th></#list></tr></thead>
<tbody><tr><#list counts as c><td class="v-${c.id} ${c.none}<#if c.count?starts_with("not")> words</#if>"><strong class="verdict">${c.count}</strong></td></#list></tr></tbody>
</table>
<#if verdicts?has_content || more?has_content>
<h2>Verdicts, worst first</h2>
<#if verdicts?has_content>
<table class="verdicts">
<caption>Verdicts, worst first</caption>
<thead><tr><th scope="col" class="w20">Published</th><th scope="col" class="w18">Verdict</th><th scope="col" class="w15">Computed</th><th scope="col" class="w47">What was compared</th></tr></thead>
<tbody>
<#list verdicts as v>
<tr class="v-${v.kind}"><th scope="row">${v.printed}<#if v.where?has_content> <span class="sub">${v.where}</span></#if></th><td><span class="verdict">${v.label}</span></td><td>${v.computed}</td><td>${v.explanation}</td></tr>
</#list>
</tbody>
</table>
</#if>
<#if more?has_content><p class="more">${more}</p></#if>
</#if>
<#list notes as n><p class="note">${n}</p></#list>
<h2>What was checked, and how</h2>
<table class="checked">
<caption>What was checked, and how</caption>
<tbody>
<#list facts as f><tr><th scope="row" class="w15">${f.name}</th><td>${f.value?no_esc}</td></tr>
</#list>
<tr><th scope="row">Program</th><td>${program}</td></tr>
</tbody>
</table>
<h2>SHA-256 of what it was checked with</h2>
<table class="checked files">
<caption>SHA-256 of what it was checked with</caption>
<tbody>
<#list files as f><tr><th scope="row" class="w30">${f.name}</th><td><span class="hash">${f.hash}</span></td></tr>
</#list>
</tbody>
</table>
<#if moreFiles?has_content><p class="more">${moreFiles}</p></#if>
<p class="statement">I have compared the published numbers and statements of this certificate with the publication.</p>
<div class="signatures"><div class="sign"><span class="rule"> </span>Name</div> <div class="sign"><span class="rule"> </span>Date</div> <div class="sign"><span class="rule"> </span>Signature</div></div>
</body>
</html>
