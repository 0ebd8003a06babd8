<#ftl output_format="XHTML">
<p>${made}</p>
<div class="table" id="provenance-table">
<table class="provenance">
<caption><span class="label">Provenance.</span> What this report was made from</caption>
<thead><tr><th scope="col" class="left">What</th><th scope="col" class="left">Rows</th><th scope="col" class="left">SHA-256</th></tr></thead>
<tbody>
<#list files as f><tr><th scope="row" class="left">${f.name}</th><td class="left">${f.rows}</td><td class="left"><code class="hash">${f.hash}</code></td></tr>
</#list>
</tbody>
</table>
</div>
