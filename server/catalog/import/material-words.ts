/** Things are made of these; longer names first, so that "stainless steel" is not taken for "steel". */
export const MATERIALS =
  "stainless steel|carbon steel|cast iron|carbon fib(?:er|re)|tempered glass|borosilicate glass|vegan leather|faux leather|genuine leather|full[- ]grain leather|top[- ]grain leather|merino wool|organic cotton|recycled polyester|ripstop nylon|ballistic nylon|memory foam|solid (?:wood|oak|pine|walnut|beech)|chromoly(?: steel)?|aluminium|aluminum|titanium|leather|suede|canvas|cotton|linen|wool|cashmere|silk|polyester|nylon|neoprene|spandex|elastane|viscose|fleece|silicone|polycarbonate|polypropylene|polyurethane|acrylic|porcelain|ceramic|stoneware|earthenware|bamboo|rattan|wicker|brass|bronze|copper|steel|iron|alloy|plastic|rubber|latex|wood|oak|walnut|pine|beech|teak|marble|granite|cork|felt|velvet|satin|denim|tpu|pvc|abs";

/** What may stand before a material and belong to it: "ultra-durable 6061 aluminium". */
export const MATERIAL_ADJECTIVES =
  "\\d{1,3}\\s?%|\\d{4}|ultra-?\\w*|super-?\\w*|durable|soft|premium|high[- ]quality|quality|fine|pure|natural|genuine|real|recycled|organic|lightweight|sturdy|strong|tough|heavy-duty|rugged|hard|flexible|thick|thin|brushed|polished|anodized|anodised|woven|knit|handmade|hand-?\\w+|washed|waxed|double-\\w+|low-carbon|high-tensile|hi-ten|tensile|impact-resistant|scratch-resistant|shatterproof|bpa-free|food-grade|synthetic|italian|french|scandinavian|supple|breathable|stretchy|cozy|luxurious|sustainable|responsibly sourced|eco-friendly";

/** What cleans, cuts, joins or imitates a material is not made of it. */
export const NOT_OF_MATERIAL =
  /^[\s-]*(?:-?free\b|cleaner|cleaning|conditioner|polish|care|glue|adhesive|paint|stain|oil|wax|saw|drill|screws?|bits?|brush|repair|protectant|look\b|like\b|effect|style|print|scented|flavou?red|compatible|cutter|cutting|punch|stamps?|pads?|balls?|swabs?|candy|cord\b|colou?red|friendly|safe|black|white|gray|grey|blue|red|green|gold|rose)/i;
