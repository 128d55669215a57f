/** Given names as a British school has them. The surnames beside them are invented and fit nobody. */
export const givenNames = (
	'Aaliyah Aaron Abdi Adanna Aidan Aisha Alfie Amara Amelia Amina Anaya Arjun Arlo Ayaan Beatrix Ben Bilal ' +
	'Bronwen Callum Carys Cerys Chidi Chloe Dafydd Danika Darcey Davina Deepak Dev Dina Dylan Ebony Eden Efe ' +
	'Eilidh Eira Elif Elijah Elis Ella Emeka Emre Erin Esme Ezra Farah Fatima Femi Finlay Freya Gethin Grace ' +
	'Gwen Hamza Hana Harper Harvey Hassan Heidi Idris Ifan Imani Imogen Isla Iwan Jack Jaden Jasmine Jaya Jonah ' +
	'Joseph Jude Kacper Kai Kavya Keira Khadija Kian Kofi Lacey Layla Leila Leo Levi Lila Logan Lowri Lucas Luna ' +
	'Maja Malachi Mali Marek Maryam Mason Maya Megan Mei Mia Mila Mina Mohammed Morgan Musa Nadia Naomi Nia Niamh ' +
	'Noah Nour Oisin Olive Oliwia Omar Orla Oscar Osian Otis Owen Parveen Perran Petra Phoebe Pippa Priya Quinn ' +
	'Rafi Rania Reuben Rhiannon Rhys Riley Robin Rohan Rory Rosa Rowan Ruby Saanvi Sahra Saoirse Sasha Seren Shay ' +
	'Simran Sofia Stanley Summer Tamsin Tariq Teagan Temi Theo Tobi Toby Uma Unity Vera Violet Wiktor Yasmin Yusuf ' +
	'Zachary Zahra Zara Zofia'
).split(' ');

const first =
	'Alder Ash Birch Bracken Brook Cairn Cloud Crag Dale Ember Fern Fell Gorse Hazel Heather Holly Juniper Lark Linden ' +
	'Maple Marsh Mist Moor Moss Oak Pebble Quill Rain Reed Rook Rush Sedge Silver Sorrel Stile Thistle Thorn Willow ' +
	'Winter Wren';
const second =
	'acre beck bridge combe croft dene fold ford garth gate ghyll ham haven hollow holt howe hurst keld lea mere mill ' +
	'nab pike rigg scar shaw stone thwaite way worth';

/** Surnames made of two words of the hills: some twelve hundred of them. */
export const surnames = first
	.split(' ')
	.flatMap((one) => second.split(' ').map((two) => `${one}${two}`));

export const jobs = [
	'Form tutor',
	'Teacher of English',
	'Teacher of mathematics',
	'Teacher of science',
	'Teacher of history',
	'Teacher of geography',
	'Teacher of art',
	'Teacher of physical education',
	'Teacher of music',
	'Head of year',
	'Teaching assistant',
	'School nurse',
	'Attendance officer',
	'Midday supervisor',
	'Librarian',
	'Receptionist'
] as const;
