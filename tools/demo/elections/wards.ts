/** A ward in force since 2023, with places in it where a project can stand. */
export interface Ward {
  /** ONS code. */
  readonly code: string;
  readonly name: string;
  /** Census 2021. */
  readonly residents: number;
  /** Points well inside the ward, latitude then longitude; the first is its middle. */
  readonly points: readonly (readonly [latitude: number, longitude: number])[];
}

/**
 * The 34 wards of Stoke-on-Trent. Residents: ONS, Census 2021. Points computed from ONS ward boundaries joined
 * from 2021 output areas by best fit. Contains OS data (c) Crown copyright and database right 2021; both under
 * the Open Government Licence v3.0.
 */
export const WARDS: readonly Ward[] = [
  {
    code: 'E05014555',
    name: 'Abbey Hulton',
    residents: 6559,
    points: [
      [53.03642, -2.13624],
      [53.04644, -2.13534],
      [53.02798, -2.13749],
    ],
  },
  {
    code: 'E05014556',
    name: 'Baddeley, Milton & Norton',
    residents: 17870,
    points: [
      [53.05751, -2.14648],
      [53.08047, -2.17773],
      [53.06374, -2.17121],
    ],
  },
  {
    code: 'E05014557',
    name: 'Basford & Hartshill',
    residents: 6606,
    points: [
      [53.01319, -2.20386],
      [53.00937, -2.18934],
      [53.00584, -2.20053],
    ],
  },
  {
    code: 'E05014558',
    name: 'Bentilee, Ubberley & Townsend',
    residents: 13016,
    points: [
      [53.01938, -2.13173],
      [52.99946, -2.11154],
      [53.00539, -2.14078],
    ],
  },
  {
    code: 'E05014559',
    name: 'Birches Head & Northwood',
    residents: 11749,
    points: [
      [53.03055, -2.16855],
      [53.0395, -2.15206],
      [53.03254, -2.18369],
    ],
  },
  {
    code: 'E05014560',
    name: 'Blurton',
    residents: 7964,
    points: [
      [52.9734, -2.1572],
      [52.98529, -2.15336],
      [52.97813, -2.14537],
    ],
  },
  {
    code: 'E05014561',
    name: 'Boothen',
    residents: 4042,
    points: [
      [52.99651, -2.18815],
      [53.00188, -2.17753],
      [52.99804, -2.18097],
    ],
  },
  {
    code: 'E05014562',
    name: 'Bradeley & Chell Heath',
    residents: 7351,
    points: [
      [53.06852, -2.18682],
      [53.05512, -2.18139],
      [53.06292, -2.1764],
    ],
  },
  {
    code: 'E05014563',
    name: 'Bucknall & Eaton Park',
    residents: 5381,
    points: [
      [53.02603, -2.14869],
      [53.01629, -2.15174],
      [53.02082, -2.14437],
    ],
  },
  {
    code: 'E05014564',
    name: 'Burslem',
    residents: 4043,
    points: [
      [53.04379, -2.21027],
      [53.05272, -2.20284],
      [53.04644, -2.19982],
    ],
  },
  {
    code: 'E05014565',
    name: 'Burslem Park',
    residents: 4626,
    points: [
      [53.0508, -2.18799],
      [53.05075, -2.19771],
      [53.05483, -2.18472],
    ],
  },
  {
    code: 'E05014566',
    name: 'Dresden & Florence',
    residents: 5464,
    points: [
      [52.97982, -2.13622],
      [52.98335, -2.14513],
      [52.97728, -2.12721],
    ],
  },
  {
    code: 'E05014567',
    name: 'Etruria & Hanley',
    residents: 6018,
    points: [
      [53.02726, -2.19616],
      [53.02732, -2.18212],
      [53.01904, -2.19393],
    ],
  },
  {
    code: 'E05014568',
    name: 'Fenton East',
    residents: 5443,
    points: [
      [53.00071, -2.14777],
      [52.99152, -2.14323],
      [52.99743, -2.16027],
    ],
  },
  {
    code: 'E05014569',
    name: 'Fenton West & Mount Pleasant',
    residents: 6180,
    points: [
      [52.99468, -2.16951],
      [53.00656, -2.16617],
      [52.99444, -2.1504],
    ],
  },
  {
    code: 'E05014570',
    name: 'Ford Green & Smallthorne',
    residents: 5410,
    points: [
      [53.05108, -2.16636],
      [53.0528, -2.18054],
      [53.04791, -2.17486],
    ],
  },
  {
    code: 'E05014571',
    name: 'Goldenhill & Sandyford',
    residents: 5685,
    points: [
      [53.07193, -2.22368],
      [53.08203, -2.21638],
      [53.0732, -2.20803],
    ],
  },
  {
    code: 'E05014572',
    name: 'Great Chell & Packmoor',
    residents: 9414,
    points: [
      [53.08098, -2.1956],
      [53.067, -2.19692],
      [53.08536, -2.17417],
    ],
  },
  {
    code: 'E05014573',
    name: 'Hanford, Newstead & Trentham',
    residents: 15135,
    points: [
      [52.96444, -2.1791],
      [52.97853, -2.20554],
      [52.9793, -2.18093],
    ],
  },
  {
    code: 'E05014574',
    name: "Hanley Park, Joiner's Square & Shelton",
    residents: 14561,
    points: [
      [53.01549, -2.16878],
      [53.00951, -2.15062],
      [53.01518, -2.18945],
    ],
  },
  {
    code: 'E05014575',
    name: 'Hartshill Park & Stoke',
    residents: 5237,
    points: [
      [53.00494, -2.1845],
      [53.00331, -2.1982],
      [52.9996, -2.18851],
    ],
  },
  {
    code: 'E05014576',
    name: 'Hollybush',
    residents: 4577,
    points: [
      [52.98417, -2.16694],
      [52.98937, -2.15743],
      [52.9801, -2.15725],
    ],
  },
  {
    code: 'E05014577',
    name: 'Lightwood North & Normacot',
    residents: 6698,
    points: [
      [52.97074, -2.1215],
      [52.95779, -2.1195],
      [52.98107, -2.12574],
    ],
  },
  {
    code: 'E05014578',
    name: 'Little Chell & Stanfield',
    residents: 6486,
    points: [
      [53.0592, -2.19117],
      [53.04706, -2.21872],
      [53.0559, -2.2084],
    ],
  },
  {
    code: 'E05014579',
    name: 'Longton & Meir Hay South',
    residents: 6196,
    points: [
      [52.98962, -2.13561],
      [52.98277, -2.1156],
      [52.9885, -2.15282],
    ],
  },
  {
    code: 'E05014580',
    name: 'Meir Hay North, Parkhall & Weston Coyney',
    residents: 12443,
    points: [
      [52.98994, -2.10376],
      [52.99477, -2.12108],
      [52.99628, -2.09246],
    ],
  },
  {
    code: 'E05014581',
    name: 'Meir North',
    residents: 6774,
    points: [
      [52.98063, -2.09317],
      [52.97988, -2.1062],
      [52.97621, -2.08363],
    ],
  },
  {
    code: 'E05014582',
    name: 'Meir Park',
    residents: 3869,
    points: [
      [52.9681, -2.09424],
      [52.9746, -2.08996],
      [52.9624, -2.09927],
    ],
  },
  {
    code: 'E05014583',
    name: 'Meir South',
    residents: 6521,
    points: [
      [52.97441, -2.10638],
      [52.96358, -2.10725],
      [52.97847, -2.11557],
    ],
  },
  {
    code: 'E05014584',
    name: 'Moorcroft & Sneyd Green',
    residents: 12900,
    points: [
      [53.04284, -2.18267],
      [53.04683, -2.15446],
      [53.03717, -2.20815],
    ],
  },
  {
    code: 'E05014585',
    name: 'Penkhull & Springfields',
    residents: 4837,
    points: [
      [53.00243, -2.20839],
      [52.99217, -2.21105],
      [53.00268, -2.19315],
    ],
  },
  {
    code: 'E05014586',
    name: 'Sandford Hill',
    residents: 5502,
    points: [
      [52.99843, -2.13025],
      [52.99649, -2.11579],
      [53.00269, -2.13802],
    ],
  },
  {
    code: 'E05014587',
    name: 'Trent Vale & Oak Hill',
    residents: 6334,
    points: [
      [52.99007, -2.1949],
      [52.99637, -2.17926],
      [52.98419, -2.17956],
    ],
  },
  {
    code: 'E05014588',
    name: 'Tunstall',
    residents: 7492,
    points: [
      [53.06364, -2.20844],
      [53.05557, -2.22222],
      [53.06135, -2.21815],
    ],
  },
];
