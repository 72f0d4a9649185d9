// Run once by the MongoDB image, on an empty data directory: wallet-sync's user, who owns its one database.
db.getSiblingDB('meritstream_wallet').createUser({
  user: 'meritstream_wallet',
  pwd: process.env.WALLET_PASSWORD,
  roles: [{role: 'dbOwner', db: 'meritstream_wallet'}],
});
