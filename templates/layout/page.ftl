<#ftl output_format="XHTML">
<#-- The page, for HTML and PDF alike. `medium` is "html" or "pdf". -->
<#if medium == "html"><!DOCTYPE html>
</#if>
<html xmlns="http://www.w3.org/1999/xhtml" lang="${language}"<#if medium == "html"> xml:lang="${language}"</#if>>
<head>
<#if medium == "html">
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="generator" content="Countersign ${version}"/>
<meta name="color-scheme" content="light dark"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:; img-src data:"/>
<#else>
<bookmarks>
<#list sections as section>
<bookmark name="${section.title}" href="#${section.id}"/>
</#list>
</bookmarks>
</#if>
<title>${title}</title>
<#if keywords?has_content><meta name="keywords" content="${keywords?join(", ")}"/></#if>
<meta name="description" content="${subject}"/>
<style>${css?no_esc}</style>
</head>
<body class="${medium}">
<#if medium == "pdf">
<div class="running-head">${runningHead}<#if status.text?has_content><span class="running-status"> · ${status.text}</span></#if></div>
<div class="running-foot">${footer}</div>
</#if>
<#if medium == "html"><a class="skip" href="#main">Skip to the text</a></#if>
<header class="masthead">
<#if status.text?has_content>
<p class="status status-${status.id}" role="note"><strong>${status.text}.</strong> ${status.reason}</p>
</#if>
<p class="kicker">${kicker}</p>
<h1>${title}</h1>
<#if subtitle?has_content><p class="subtitle">${subtitle}</p></#if>
<#if authors?has_content>
<p class="authors"><#list authors as a><span class="author">${a.name}<#if a.orcid?has_content> <span class="orcid">(ORCID ${a.orcid})</span></#if></span><#sep>, </#sep></#list></p>
<#list authors as a><#if a.affiliation?has_content><p class="affiliation">${a.affiliation}<#if a.corresponding && a.email?has_content>; correspondence: ${a.email}</#if></p></#if></#list>
</#if>
<#if publication?has_content><p class="publication">Published paper: ${publication?no_esc}</p></#if>
<#if facts?has_content><dl class="facts"><#list facts as f><div><dt>${f.name}</dt><dd>${f.value}</dd></div></#list></dl></#if>
<#if signature?has_content><p class="verdict-line">${signature?no_esc}</p></#if>
</header>
<#if medium == "html" && sections?size gt 2>
<nav class="contents" aria-label="Contents"><h2>Contents</h2><ol>
<#list sections as section><#if section.level == 2><li><a href="#${section.id}">${section.title}</a></li></#if></#list>
</ol></nav>
</#if>
<main id="main">
${body?no_esc}
</main>
<#if medium == "html">
<footer class="colophon"><p>${footer}. Every number on this page links to its entry in the ledger; the whole ledger is in <code>results.json</code> beside this file.</p></footer>
<div id="entry" class="entry" role="dialog" aria-label="Ledger entry" hidden="hidden"></div>
<script>//<![CDATA[
${script?no_esc}
//]]></script>
</#if>
</body>
</html>
