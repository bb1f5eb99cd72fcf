import type { ObjectMeta, TypeMeta } from "crd-runtime";

/** Deep is a kind. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Deep extends TypeMeta {
  metadata: ObjectMeta;
  spec: DeepSpec;
}

export interface DeepSpec {
  down: Level1;
}

export interface Level1 {
  down: Level2;
}

export interface Level2 {
  down: Level3;
}

export interface Level3 {
  down: Level4;
}

export interface Level4 {
  down: Level5;
}

export interface Level5 {
  down: Level6;
}

export interface Level6 {
  down: Level7;
}

export interface Level7 {
  down: Level8;
}

export interface Level8 {
  down: Level9;
}

export interface Level9 {
  down: Level10;
}

export interface Level10 {
  down: Level11;
}

export interface Level11 {
  down: Level12;
}

export interface Level12 {
  down: Level13;
}

export interface Level13 {
  down: Level14;
}

export interface Level14 {
  down: Level15;
}

export interface Level15 {
  down: Level16;
}

export interface Level16 {
  down: Level17;
}

export interface Level17 {
  down: Level18;
}

export interface Level18 {
  down: Level19;
}

export interface Level19 {
  down: Level20;
}

export interface Level20 {
  down: Level21;
}

export interface Level21 {
  down: Level22;
}

export interface Level22 {
  down: Level23;
}

export interface Level23 {
  down: Level24;
}

export interface Level24 {
  down: Level25;
}

export interface Level25 {
  down: Level26;
}

export interface Level26 {
  down: Level27;
}

export interface Level27 {
  down: Level28;
}

export interface Level28 {
  down: Level29;
}

export interface Level29 {
  down: Level30;
}

export interface Level30 {
  down: Level31;
}

export interface Level31 {
  down: Level32;
}

export interface Level32 {
  down: Level33;
}

export interface Level33 {
  down: Level34;
}

export interface Level34 {
  down: Level35;
}

export interface Level35 {
  down: Level36;
}

export interface Level36 {
  down: Level37;
}

export interface Level37 {
  down: Level38;
}

export interface Level38 {
  down: Level39;
}

export interface Level39 {
  down: Level40;
}

export interface Level40 {
  down: Level41;
}

export interface Level41 {
  down: Level42;
}

export interface Level42 {
  down: Level43;
}

export interface Level43 {
  down: Level44;
}

export interface Level44 {
  down: Level45;
}

export interface Level45 {
  down: Level46;
}

export interface Level46 {
  down: Level47;
}

export interface Level47 {
  down: Level48;
}

export interface Level48 {
  down: Level49;
}

export interface Level49 {
  down: Level50;
}

export interface Level50 {
  down: Level51;
}

export interface Level51 {
  down: Level52;
}

export interface Level52 {
  down: Level53;
}

export interface Level53 {
  down: Level54;
}

export interface Level54 {
  down: Level55;
}

export interface Level55 {
  down: Level56;
}

export interface Level56 {
  down: Level57;
}

export interface Level57 {
  down: Level58;
}

export interface Level58 {
  down: Level59;
}

export interface Level59 {
  down: Level60;
}

export interface Level60 {
  down: Level61;
}

export interface Level61 {
  down: Level62;
}

export interface Level62 {
  down: Level63;
}

export interface Level63 {
  down: Level64;
}

export interface Level64 {
  down: Level65;
}

export interface Level65 {
  down: Level66;
}

export interface Level66 {
  down: Level67;
}

export interface Level67 {
  down: Level68;
}

export interface Level68 {
  down: Level69;
}

export interface Level69 {
  down: Level70;
}

export interface Level70 {
  down: Level71;
}

export interface Level71 {
  down: Level72;
}

export interface Level72 {
  down: Level73;
}

export interface Level73 {
  down: Level74;
}

export interface Level74 {
  down: Level75;
}

export interface Level75 {
  down: Level76;
}

export interface Level76 {
  down: Level77;
}

export interface Level77 {
  down: Level78;
}

export interface Level78 {
  down: Level79;
}

export interface Level79 {
  down: Level80;
}

export interface Level80 {
  down: Level81;
}

export interface Level81 {
  down: Level82;
}

export interface Level82 {
  down: Level83;
}

export interface Level83 {
  down: Level84;
}

export interface Level84 {
  down: Level85;
}

export interface Level85 {
  down: Level86;
}

export interface Level86 {
  down: Level87;
}

export interface Level87 {
  down: Level88;
}

export interface Level88 {
  down: Level89;
}

export interface Level89 {
  down: Level90;
}

export interface Level90 {
  down: Level91;
}

export interface Level91 {
  down: Level92;
}

export interface Level92 {
  down: Level93;
}

export interface Level93 {
  down: Level94;
}

export interface Level94 {
  down: Level95;
}

export interface Level95 {
  down: Level96;
}

export interface Level96 {
  down: Level97;
}

export interface Level97 {
  down: Level98;
}

export interface Level98 {
  down: Level99;
}

export interface Level99 {
  down: Level100;
}

export interface Level100 {
  down: Level101;
}

export interface Level101 {
  down: Level102;
}

export interface Level102 {
  down: Level103;
}

export interface Level103 {
  down: Level104;
}

export interface Level104 {
  down: Level105;
}

export interface Level105 {
  down: Level106;
}

export interface Level106 {
  down: Level107;
}

export interface Level107 {
  down: Level108;
}

export interface Level108 {
  down: Level109;
}

export interface Level109 {
  down: Level110;
}

export interface Level110 {
  down: Level111;
}

export interface Level111 {
  down: Level112;
}

export interface Level112 {
  down: Level113;
}

export interface Level113 {
  down: Level114;
}

export interface Level114 {
  down: Level115;
}

export interface Level115 {
  down: Level116;
}

export interface Level116 {
  down: Level117;
}

export interface Level117 {
  down: Level118;
}

export interface Level118 {
  down: Level119;
}

export interface Level119 {
  down: Level120;
}

export interface Level120 {
  down: Level121;
}

export interface Level121 {
  down: Level122;
}

export interface Level122 {
  down: Level123;
}

export interface Level123 {
  down: Level124;
}

export interface Level124 {
  down: Level125;
}

export interface Level125 {
  down: Level126;
}

export interface Level126 {
  down: Level127;
}

export interface Level127 {
  down: Level128;
}

export interface Level128 {
  down: Level129;
}

export interface Level129 {
  down: Level130;
}

export interface Level130 {
  down: Level131;
}

export interface Level131 {
  down: Level132;
}

export interface Level132 {
  down: Level133;
}

export interface Level133 {
  down: Level134;
}

export interface Level134 {
  down: Level135;
}

export interface Level135 {
  down: Level136;
}

export interface Level136 {
  down: Level137;
}

export interface Level137 {
  down: Level138;
}

export interface Level138 {
  down: Level139;
}

export interface Level139 {
  down: Level140;
}

export interface Level140 {
  down: Level141;
}

export interface Level141 {
  down: Level142;
}

export interface Level142 {
  down: Level143;
}

export interface Level143 {
  down: Level144;
}

export interface Level144 {
  down: Level145;
}

export interface Level145 {
  down: Level146;
}

export interface Level146 {
  down: Level147;
}

export interface Level147 {
  down: Level148;
}

export interface Level148 {
  down: Level149;
}

export interface Level149 {
  down: Level150;
}

export interface Level150 {
  down: Level151;
}

export interface Level151 {
  down: Level152;
}

export interface Level152 {
  down: Level153;
}

export interface Level153 {
  down: Level154;
}

export interface Level154 {
  down: Level155;
}

export interface Level155 {
  down: Level156;
}

export interface Level156 {
  down: Level157;
}

export interface Level157 {
  down: Level158;
}

export interface Level158 {
  down: Level159;
}

export interface Level159 {
  down: Level160;
}

export interface Level160 {
  down: Level161;
}

export interface Level161 {
  down: Level162;
}

export interface Level162 {
  down: Level163;
}

export interface Level163 {
  down: Level164;
}

export interface Level164 {
  down: Level165;
}

export interface Level165 {
  down: Level166;
}

export interface Level166 {
  down: Level167;
}

export interface Level167 {
  down: Level168;
}

export interface Level168 {
  down: Level169;
}

export interface Level169 {
  down: Level170;
}

export interface Level170 {
  down: Level171;
}

export interface Level171 {
  down: Level172;
}

export interface Level172 {
  down: Level173;
}

export interface Level173 {
  down: Level174;
}

export interface Level174 {
  down: Level175;
}

export interface Level175 {
  down: Level176;
}

export interface Level176 {
  down: Level177;
}

export interface Level177 {
  down: Level178;
}

export interface Level178 {
  down: Level179;
}

export interface Level179 {
  down: Level180;
}

export interface Level180 {
  down: Level181;
}

export interface Level181 {
  down: Level182;
}

export interface Level182 {
  down: Level183;
}

export interface Level183 {
  down: Level184;
}

export interface Level184 {
  down: Level185;
}

export interface Level185 {
  down: Level186;
}

export interface Level186 {
  down: Level187;
}

export interface Level187 {
  down: Level188;
}

export interface Level188 {
  down: Level189;
}

export interface Level189 {
  down: Level190;
}

export interface Level190 {
  down: Level191;
}

export interface Level191 {
  down: Level192;
}

export interface Level192 {
  down: Level193;
}

export interface Level193 {
  down: Level194;
}

export interface Level194 {
  down: Level195;
}

export interface Level195 {
  down: Level196;
}

export interface Level196 {
  down: Level197;
}

export interface Level197 {
  down: Level198;
}

export interface Level198 {
  down: Level199;
}

export interface Level199 {
  down: Level200;
}

export interface Level200 {
  down: Level201;
}

export interface Level201 {
  down: Level202;
}

export interface Level202 {
  down: Level203;
}

export interface Level203 {
  down: Level204;
}

export interface Level204 {
  down: Level205;
}

export interface Level205 {
  down: Level206;
}

export interface Level206 {
  name: string;
}
