export { DELIVERY_ENDED, DELIVERY_SLIPPED, DELIVERY_TOLD } from './delivery.events.js';
export { DeliveryModule } from './delivery.module.js';
