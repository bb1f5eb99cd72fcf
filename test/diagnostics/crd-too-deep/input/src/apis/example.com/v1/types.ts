import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** Database describes a database. */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** DatabaseList is a list of Database objects. */
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  top: Level1;
}

export interface Level1 {
  m0: Level2;
}

export interface Level2 {
  m0: Level3;
}

export interface Level3 {
  m0: Level4;
}

export interface Level4 {
  m0: Level5;
}

export interface Level5 {
  m0: Level6;
}

export interface Level6 {
  m0: Level7;
}

export interface Level7 {
  m0: Level8;
}

export interface Level8 {
  m0: Level9;
}

export interface Level9 {
  m0: Level10;
}

export interface Level10 {
  m0: Level11;
}

export interface Level11 {
  m0: Level12;
}

export interface Level12 {
  m0: Level13;
}

export interface Level13 {
  m0: Level14;
}

export interface Level14 {
  m0: Level15;
}

export interface Level15 {
  m0: Level16;
}

export interface Level16 {
  m0: Level17;
}

export interface Level17 {
  m0: Level18;
}

export interface Level18 {
  m0: Level19;
}

export interface Level19 {
  m0: Level20;
}

export interface Level20 {
  m0: Level21;
}

export interface Level21 {
  m0: Level22;
}

export interface Level22 {
  m0: Level23;
}

export interface Level23 {
  m0: Level24;
}

export interface Level24 {
  m0: Level25;
}

export interface Level25 {
  m0: Level26;
}

export interface Level26 {
  m0: Level27;
}

export interface Level27 {
  m0: Level28;
}

export interface Level28 {
  m0: Level29;
}

export interface Level29 {
  m0: Level30;
}

export interface Level30 {
  m0: Level31;
}

export interface Level31 {
  m0: Level32;
}

export interface Level32 {
  m0: Level33;
}

export interface Level33 {
  m0: Level34;
}

export interface Level34 {
  m0: Level35;
}

export interface Level35 {
  m0: Level36;
}

export interface Level36 {
  m0: Level37;
}

export interface Level37 {
  m0: Level38;
}

export interface Level38 {
  m0: Level39;
}

export interface Level39 {
  m0: Level40;
}

export interface Level40 {
  m0: Level41;
}

export interface Level41 {
  m0: Level42;
}

export interface Level42 {
  m0: Level43;
}

export interface Level43 {
  m0: Level44;
}

export interface Level44 {
  m0: Level45;
}

export interface Level45 {
  m0: Level46;
}

export interface Level46 {
  m0: Level47;
}

export interface Level47 {
  m0: Level48;
}

export interface Level48 {
  m0: Level49;
}

export interface Level49 {
  m0: Level50;
}

export interface Level50 {
  m0: Level51;
}

export interface Level51 {
  m0: Level52;
}

export interface Level52 {
  m0: Level53;
}

export interface Level53 {
  m0: Level54;
}

export interface Level54 {
  m0: Level55;
}

export interface Level55 {
  m0: Level56;
}

export interface Level56 {
  m0: Level57;
}

export interface Level57 {
  m0: Level58;
}

export interface Level58 {
  m0: Level59;
}

export interface Level59 {
  m0: Level60;
}

export interface Level60 {
  m0: Level61;
}

export interface Level61 {
  m0: Level62;
}

export interface Level62 {
  m0: Level63;
}

export interface Level63 {
  m0: Level64;
}

export interface Level64 {
  m0: Level65;
}

export interface Level65 {
  m0: Level66;
}

export interface Level66 {
  m0: Level67;
}

export interface Level67 {
  m0: Level68;
}

export interface Level68 {
  m0: Level69;
}

export interface Level69 {
  m0: Level70;
}

export interface Level70 {
  m0: Level71;
}

export interface Level71 {
  m0: Level72;
}

export interface Level72 {
  m0: Level73;
}

export interface Level73 {
  m0: Level74;
}

export interface Level74 {
  m0: Level75;
}

export interface Level75 {
  m0: Level76;
}

export interface Level76 {
  m0: Level77;
}

export interface Level77 {
  m0: Level78;
}

export interface Level78 {
  m0: Level79;
}

export interface Level79 {
  m0: Level80;
}

export interface Level80 {
  m0: Level81;
}

export interface Level81 {
  m0: Level82;
}

export interface Level82 {
  m0: Level83;
}

export interface Level83 {
  m0: Level84;
}

export interface Level84 {
  m0: Level85;
}

export interface Level85 {
  m0: Level86;
}

export interface Level86 {
  m0: Level87;
}

export interface Level87 {
  m0: Level88;
}

export interface Level88 {
  m0: Level89;
}

export interface Level89 {
  m0: Level90;
}

export interface Level90 {
  m0: Level91;
}

export interface Level91 {
  m0: Level92;
}

export interface Level92 {
  m0: Level93;
}

export interface Level93 {
  m0: Level94;
}

export interface Level94 {
  m0: Level95;
}

export interface Level95 {
  m0: Level96;
}

export interface Level96 {
  m0: Level97;
}

export interface Level97 {
  m0: Level98;
}

export interface Level98 {
  m0: Level99;
}

export interface Level99 {
  m0: Level100;
}

export interface Level100 {
  m0: Level101;
}

export interface Level101 {
  m0: Level102;
}

export interface Level102 {
  m0: Level103;
}

export interface Level103 {
  m0: Level104;
}

export interface Level104 {
  m0: Level105;
}

export interface Level105 {
  m0: Level106;
}

export interface Level106 {
  m0: Level107;
}

export interface Level107 {
  m0: Level108;
}

export interface Level108 {
  m0: Level109;
}

export interface Level109 {
  m0: Level110;
}

export interface Level110 {
  m0: Level111;
}

export interface Level111 {
  m0: Level112;
}

export interface Level112 {
  m0: Level113;
}

export interface Level113 {
  m0: Level114;
}

export interface Level114 {
  m0: Level115;
}

export interface Level115 {
  m0: Level116;
}

export interface Level116 {
  m0: Level117;
}

export interface Level117 {
  m0: Level118;
}

export interface Level118 {
  m0: Level119;
}

export interface Level119 {
  m0: Level120;
}

export interface Level120 {
  m0: Level121;
}

export interface Level121 {
  m0: Level122;
}

export interface Level122 {
  m0: Level123;
}

export interface Level123 {
  m0: Level124;
}

export interface Level124 {
  m0: Level125;
}

export interface Level125 {
  m0: Level126;
}

export interface Level126 {
  m0: Level127;
}

export interface Level127 {
  m0: Level128;
}

export interface Level128 {
  m0: Level129;
}

export interface Level129 {
  m0: Level130;
}

export interface Level130 {
  m0: Level131;
}

export interface Level131 {
  m0: Level132;
}

export interface Level132 {
  m0: Level133;
}

export interface Level133 {
  m0: Level134;
}

export interface Level134 {
  m0: Level135;
}

export interface Level135 {
  m0: Level136;
}

export interface Level136 {
  m0: Level137;
}

export interface Level137 {
  m0: Level138;
}

export interface Level138 {
  m0: Level139;
}

export interface Level139 {
  m0: Level140;
}

export interface Level140 {
  m0: Level141;
}

export interface Level141 {
  m0: Level142;
}

export interface Level142 {
  m0: Level143;
}

export interface Level143 {
  m0: Level144;
}

export interface Level144 {
  m0: Level145;
}

export interface Level145 {
  m0: Level146;
}

export interface Level146 {
  m0: Level147;
}

export interface Level147 {
  m0: Level148;
}

export interface Level148 {
  m0: Level149;
}

export interface Level149 {
  m0: Level150;
}

export interface Level150 {
  m0: Level151;
}

export interface Level151 {
  m0: Level152;
}

export interface Level152 {
  m0: Level153;
}

export interface Level153 {
  m0: Level154;
}

export interface Level154 {
  m0: Level155;
}

export interface Level155 {
  m0: Level156;
}

export interface Level156 {
  m0: Level157;
}

export interface Level157 {
  m0: Level158;
}

export interface Level158 {
  m0: Level159;
}

export interface Level159 {
  m0: Level160;
}

export interface Level160 {
  m0: Level161;
}

export interface Level161 {
  m0: Level162;
}

export interface Level162 {
  m0: Level163;
}

export interface Level163 {
  m0: Level164;
}

export interface Level164 {
  m0: Level165;
}

export interface Level165 {
  m0: Level166;
}

export interface Level166 {
  m0: Level167;
}

export interface Level167 {
  m0: Level168;
}

export interface Level168 {
  m0: Level169;
}

export interface Level169 {
  m0: Level170;
}

export interface Level170 {
  m0: Level171;
}

export interface Level171 {
  m0: Level172;
}

export interface Level172 {
  m0: Level173;
}

export interface Level173 {
  m0: Level174;
}

export interface Level174 {
  m0: Level175;
}

export interface Level175 {
  m0: Level176;
}

export interface Level176 {
  m0: Level177;
}

export interface Level177 {
  m0: Level178;
}

export interface Level178 {
  m0: Level179;
}

export interface Level179 {
  m0: Level180;
}

export interface Level180 {
  m0: Level181;
}

export interface Level181 {
  m0: Level182;
}

export interface Level182 {
  m0: Level183;
}

export interface Level183 {
  m0: Level184;
}

export interface Level184 {
  m0: Level185;
}

export interface Level185 {
  m0: Level186;
}

export interface Level186 {
  m0: Level187;
}

export interface Level187 {
  m0: Level188;
}

export interface Level188 {
  m0: Level189;
}

export interface Level189 {
  m0: Level190;
}

export interface Level190 {
  m0: Level191;
}

export interface Level191 {
  m0: Level192;
}

export interface Level192 {
  m0: Level193;
}

export interface Level193 {
  m0: Level194;
}

export interface Level194 {
  m0: Level195;
}

export interface Level195 {
  m0: Level196;
}

export interface Level196 {
  m0: Level197;
}

export interface Level197 {
  m0: Level198;
}

export interface Level198 {
  m0: Level199;
}

export interface Level199 {
  m0: Level200;
}

export interface Level200 {
  m0: Level201;
}

export interface Level201 {
  m0: Level202;
}

export interface Level202 {
  m0: Level203;
}

export interface Level203 {
  m0: Level204;
}

export interface Level204 {
  m0: Level205;
}

export interface Level205 {
  m0: Level206;
}

export interface Level206 {
  m0: Level207;
}

export interface Level207 {
  m0: Level208;
}

export interface Level208 {
  m0: Level209;
}

export interface Level209 {
  m0: Level210;
}

export interface Level210 {
  m0: Level211;
}

export interface Level211 {
  m0: Level212;
}

export interface Level212 {
  m0: Level213;
}

export interface Level213 {
  m0: Level214;
}

export interface Level214 {
  m0: Level215;
}

export interface Level215 {
  m0: Level216;
}

export interface Level216 {
  m0: Level217;
}

export interface Level217 {
  m0: Level218;
}

export interface Level218 {
  m0: Level219;
}

export interface Level219 {
  m0: Level220;
}

export interface Level220 {
  m0: Level221;
}

export interface Level221 {
  m0: Level222;
}

export interface Level222 {
  m0: Level223;
}

export interface Level223 {
  m0: Level224;
}

export interface Level224 {
  m0: Level225;
}

export interface Level225 {
  m0: Level226;
}

export interface Level226 {
  m0: Level227;
}

export interface Level227 {
  m0: Level228;
}

export interface Level228 {
  m0: Level229;
}

export interface Level229 {
  m0: Level230;
}

export interface Level230 {
  m0: Level231;
}

export interface Level231 {
  m0: Level232;
}

export interface Level232 {
  m0: Level233;
}

export interface Level233 {
  m0: Level234;
}

export interface Level234 {
  m0: Level235;
}

export interface Level235 {
  m0: Level236;
}

export interface Level236 {
  m0: Level237;
}

export interface Level237 {
  m0: Level238;
}

export interface Level238 {
  m0: Level239;
}

export interface Level239 {
  m0: Level240;
}

export interface Level240 {
  m0: Level241;
}

export interface Level241 {
  m0: Level242;
}

export interface Level242 {
  m0: Level243;
}

export interface Level243 {
  m0: Level244;
}

export interface Level244 {
  m0: Level245;
}

export interface Level245 {
  m0: Level246;
}

export interface Level246 {
  m0: Level247;
}

export interface Level247 {
  m0: Level248;
}

export interface Level248 {
  m0: Level249;
}

export interface Level249 {
  m0: Level250;
}

export interface Level250 {
  m0: Level251;
}

export interface Level251 {
  m0: Level252;
}

export interface Level252 {
  m0: Level253;
}

export interface Level253 {
  m0: Level254;
}

export interface Level254 {
  m0: Level255;
}

export interface Level255 {
  m0: Level256;
}

export interface Level256 {
  m0: Level257;
}

export interface Level257 {
  m0: Level258;
}

export interface Level258 {
  m0: Level259;
}

export interface Level259 {
  m0: Level260;
}

export interface Level260 {
  m0: Level261;
}

export interface Level261 {
  m0: Level262;
}

export interface Level262 {
  m0: Level263;
}

export interface Level263 {
  m0: Level264;
}

export interface Level264 {
  m0: Level265;
}

export interface Level265 {
  m0: Level266;
}

export interface Level266 {
  m0: Level267;
}

export interface Level267 {
  m0: Level268;
}

export interface Level268 {
  m0: Level269;
}

export interface Level269 {
  m0: Level270;
}

export interface Level270 {
  m0: Level271;
}

export interface Level271 {
  m0: Level272;
}

export interface Level272 {
  m0: Level273;
}

export interface Level273 {
  m0: Level274;
}

export interface Level274 {
  m0: Level275;
}

export interface Level275 {
  m0: Level276;
}

export interface Level276 {
  m0: Level277;
}

export interface Level277 {
  m0: Level278;
}

export interface Level278 {
  m0: Level279;
}

export interface Level279 {
  m0: Level280;
}

export interface Level280 {
  m0: Level281;
}

export interface Level281 {
  m0: Level282;
}

export interface Level282 {
  m0: Level283;
}

export interface Level283 {
  m0: Level284;
}

export interface Level284 {
  m0: Level285;
}

export interface Level285 {
  m0: Level286;
}

export interface Level286 {
  m0: Level287;
}

export interface Level287 {
  m0: Level288;
}

export interface Level288 {
  m0: Level289;
}

export interface Level289 {
  m0: Level290;
}

export interface Level290 {
  m0: Level291;
}

export interface Level291 {
  m0: Level292;
}

export interface Level292 {
  m0: Level293;
}

export interface Level293 {
  m0: Level294;
}

export interface Level294 {
  m0: Level295;
}

export interface Level295 {
  m0: Level296;
}

export interface Level296 {
  m0: Level297;
}

export interface Level297 {
  m0: Level298;
}

export interface Level298 {
  m0: Level299;
}

export interface Level299 {
  m0: Level300;
}

export interface Level300 {
  m0: string;
}
