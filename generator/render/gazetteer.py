"""The small table by which places are put into states and countries: names that a record itself may say, and no towns.

Which words of a record are looked up, and which are left alone, is said in `place_names.py`.
"""

from generator.wording import N_

UNITED_STATES = "us"
CANADA = "ca"

STATES = {
    "AL": N_("Alabama"), "AK": N_("Alaska"), "AZ": N_("Arizona"), "AR": N_("Arkansas"), "CA": N_("California"),
    "CO": N_("Colorado"), "CT": N_("Connecticut"), "DE": N_("Delaware"), "DC": N_("District of Columbia"),
    "FL": N_("Florida"), "GA": N_("Georgia (United States)"), "HI": N_("Hawaii"), "ID": N_("Idaho"),
    "IL": N_("Illinois"), "IN": N_("Indiana"), "IA": N_("Iowa"), "KS": N_("Kansas"), "KY": N_("Kentucky"),
    "LA": N_("Louisiana"), "ME": N_("Maine"), "MD": N_("Maryland"), "MA": N_("Massachusetts"), "MI": N_("Michigan"),
    "MN": N_("Minnesota"), "MS": N_("Mississippi"), "MO": N_("Missouri"), "MT": N_("Montana"), "NE": N_("Nebraska"),
    "NV": N_("Nevada"), "NH": N_("New Hampshire"), "NJ": N_("New Jersey"), "NM": N_("New Mexico"),
    "NY": N_("New York (state)"), "NC": N_("North Carolina"), "ND": N_("North Dakota"), "OH": N_("Ohio"),
    "OK": N_("Oklahoma"), "OR": N_("Oregon"), "PA": N_("Pennsylvania"), "RI": N_("Rhode Island"),
    "SC": N_("South Carolina"), "SD": N_("South Dakota"), "TN": N_("Tennessee"), "TX": N_("Texas"), "UT": N_("Utah"),
    "VT": N_("Vermont"), "VA": N_("Virginia"), "WA": N_("Washington (state)"), "WV": N_("West Virginia"),
    "WI": N_("Wisconsin"), "WY": N_("Wyoming"), "AS": N_("American Samoa"), "GU": N_("Guam"),
    "MP": N_("Northern Mariana Islands"), "PR": N_("Puerto Rico"), "VI": N_("United States Virgin Islands"),
}  # fmt: skip
"""States, the capital's district and territories of the United States, by their postal codes."""
PROVINCES = {
    "AB": N_("Alberta"), "BC": N_("British Columbia"), "MB": N_("Manitoba"), "NB": N_("New Brunswick"),
    "NL": N_("Newfoundland and Labrador"), "NS": N_("Nova Scotia"), "NT": N_("Northwest Territories"),
    "NU": N_("Nunavut"), "ON": N_("Ontario"), "PE": N_("Prince Edward Island"), "QC": N_("Quebec"),
    "SK": N_("Saskatchewan"), "YT": N_("Yukon"),
}  # fmt: skip
"""Provinces and territories of Canada, by their postal codes."""
COUNTRIES = {
    "af": N_("Afghanistan"), "al": N_("Albania"), "dz": N_("Algeria"), "ad": N_("Andorra"), "ao": N_("Angola"),
    "ag": N_("Antigua and Barbuda"), "ar": N_("Argentina"), "am": N_("Armenia"), "au": N_("Australia"),
    "at": N_("Austria"), "az": N_("Azerbaijan"), "bs": N_("Bahamas"), "bh": N_("Bahrain"), "bd": N_("Bangladesh"),
    "bb": N_("Barbados"), "by": N_("Belarus"), "be": N_("Belgium"), "bz": N_("Belize"), "bj": N_("Benin"),
    "bt": N_("Bhutan"), "bo": N_("Bolivia"), "ba": N_("Bosnia and Herzegovina"), "bw": N_("Botswana"),
    "br": N_("Brazil"), "bn": N_("Brunei"), "bg": N_("Bulgaria"), "bf": N_("Burkina Faso"), "bi": N_("Burundi"),
    "kh": N_("Cambodia"), "cm": N_("Cameroon"), CANADA: N_("Canada"), "cv": N_("Cape Verde"),
    "cf": N_("Central African Republic"), "td": N_("Chad"), "cl": N_("Chile"), "cn": N_("China"),
    "co": N_("Colombia"), "km": N_("Comoros"), "cd": N_("Democratic Republic of the Congo"),
    "cg": N_("Republic of the Congo"), "cr": N_("Costa Rica"), "hr": N_("Croatia"), "cu": N_("Cuba"),
    "cy": N_("Cyprus"), "cz": N_("Czech Republic"), "dk": N_("Denmark"), "dj": N_("Djibouti"), "dm": N_("Dominica"),
    "do": N_("Dominican Republic"), "ec": N_("Ecuador"), "eg": N_("Egypt"), "sv": N_("El Salvador"),
    "gq": N_("Equatorial Guinea"), "er": N_("Eritrea"), "ee": N_("Estonia"), "sz": N_("Eswatini"),
    "et": N_("Ethiopia"), "fj": N_("Fiji"), "fi": N_("Finland"), "fr": N_("France"), "ga": N_("Gabon"),
    "gm": N_("Gambia"), "de": N_("Germany"), "gh": N_("Ghana"), "gr": N_("Greece"), "gl": N_("Greenland"),
    "gd": N_("Grenada"), "gt": N_("Guatemala"), "gn": N_("Guinea"), "gw": N_("Guinea-Bissau"), "gy": N_("Guyana"),
    "ht": N_("Haiti"), "hn": N_("Honduras"), "hk": N_("Hong Kong"), "hu": N_("Hungary"), "is": N_("Iceland"),
    "in": N_("India"), "id": N_("Indonesia"), "ir": N_("Iran"), "iq": N_("Iraq"), "ie": N_("Ireland"),
    "il": N_("Israel"), "it": N_("Italy"), "ci": N_("Ivory Coast"), "jm": N_("Jamaica"), "jp": N_("Japan"),
    "jo": N_("Jordan"), "kz": N_("Kazakhstan"), "ke": N_("Kenya"), "ki": N_("Kiribati"), "xk": N_("Kosovo"),
    "kw": N_("Kuwait"), "kg": N_("Kyrgyzstan"), "la": N_("Laos"), "lv": N_("Latvia"), "lb": N_("Lebanon"),
    "ls": N_("Lesotho"), "lr": N_("Liberia"), "ly": N_("Libya"), "li": N_("Liechtenstein"), "lt": N_("Lithuania"),
    "lu": N_("Luxembourg"), "mo": N_("Macau"), "mg": N_("Madagascar"), "mw": N_("Malawi"), "my": N_("Malaysia"),
    "mv": N_("Maldives"), "ml": N_("Mali"), "mt": N_("Malta"), "mh": N_("Marshall Islands"), "mr": N_("Mauritania"),
    "mu": N_("Mauritius"), "mx": N_("Mexico"), "fm": N_("Micronesia"), "md": N_("Moldova"), "mc": N_("Monaco"),
    "mn": N_("Mongolia"), "me": N_("Montenegro"), "ma": N_("Morocco"), "mz": N_("Mozambique"), "mm": N_("Myanmar"),
    "na": N_("Namibia"), "nr": N_("Nauru"), "np": N_("Nepal"), "nl": N_("Netherlands"), "nz": N_("New Zealand"),
    "ni": N_("Nicaragua"), "ne": N_("Niger"), "ng": N_("Nigeria"), "kp": N_("North Korea"),
    "mk": N_("North Macedonia"), "no": N_("Norway"), "om": N_("Oman"), "pk": N_("Pakistan"), "pw": N_("Palau"),
    "ps": N_("Palestine"), "pa": N_("Panama"), "pg": N_("Papua New Guinea"), "py": N_("Paraguay"), "pe": N_("Peru"),
    "ph": N_("Philippines"), "pl": N_("Poland"), "pt": N_("Portugal"), "qa": N_("Qatar"), "ro": N_("Romania"),
    "ru": N_("Russia"), "rw": N_("Rwanda"), "kn": N_("Saint Kitts and Nevis"), "lc": N_("Saint Lucia"),
    "vc": N_("Saint Vincent and the Grenadines"), "ws": N_("Samoa"), "sm": N_("San Marino"),
    "st": N_("Sao Tome and Principe"), "sa": N_("Saudi Arabia"), "sn": N_("Senegal"), "rs": N_("Serbia"),
    "sc": N_("Seychelles"), "sl": N_("Sierra Leone"), "sg": N_("Singapore"), "sk": N_("Slovakia"),
    "si": N_("Slovenia"), "sb": N_("Solomon Islands"), "so": N_("Somalia"), "za": N_("South Africa"),
    "kr": N_("South Korea"), "ss": N_("South Sudan"), "es": N_("Spain"), "lk": N_("Sri Lanka"), "sd": N_("Sudan"),
    "sr": N_("Suriname"), "se": N_("Sweden"), "ch": N_("Switzerland"), "sy": N_("Syria"), "tw": N_("Taiwan"),
    "tj": N_("Tajikistan"), "tz": N_("Tanzania"), "th": N_("Thailand"), "tl": N_("Timor-Leste"), "tg": N_("Togo"),
    "to": N_("Tonga"), "tt": N_("Trinidad and Tobago"), "tn": N_("Tunisia"), "tr": N_("Turkey"),
    "tm": N_("Turkmenistan"), "tv": N_("Tuvalu"), "ug": N_("Uganda"), "ua": N_("Ukraine"),
    "ae": N_("United Arab Emirates"), "gb": N_("United Kingdom"), UNITED_STATES: N_("United States"),
    "uy": N_("Uruguay"), "uz": N_("Uzbekistan"), "vu": N_("Vanuatu"), "va": N_("Vatican City"), "ve": N_("Venezuela"),
    "vn": N_("Vietnam"), "ye": N_("Yemen"), "zm": N_("Zambia"), "zw": N_("Zimbabwe"),
}  # fmt: skip
"""Countries that a record may name, by codes as in ISO 3166-1.

A country that is added later renames the pages of its places, so that all of today stand here, but for Georgia, which
is a state as well.
"""
OTHER_NAMES = {
    "england": "gb",
    "great britain": "gb",
    "northern ireland": "gb",
    "scotland": "gb",
    "uk": "gb",
    "wales": "gb",
    "czechia": "cz",
    "the netherlands": "nl",
    "usa": UNITED_STATES,
    "us": UNITED_STATES,
    "united states of america": UNITED_STATES,
}
"""Other names of countries, folded as `place_names.fold` does it."""
NOT_ALONE = frozenset({"new york", "washington", "quebec"})
"""Names of states and provinces that stand for a town as well, so that alone they say neither."""
