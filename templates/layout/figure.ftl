<#ftl output_format="XHTML">
<figure id="fig-${id}" class="figure">
${drawing?no_esc}
<figcaption><span class="label">Figure ${number}.</span> ${caption?no_esc}<#if status?has_content> <span class="mark">${status}.</span></#if></figcaption>
</figure>
